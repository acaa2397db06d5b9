package org.chunfeng.overpayment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.chunfeng.engine.Actor;
import org.chunfeng.engine.Actors;
import org.chunfeng.engine.Refused;
import org.chunfeng.engine.Texts;
import org.chunfeng.sheet.SheetFile;
import org.chunfeng.sheet.SheetFormat;
import org.chunfeng.sheet.SheetRefused;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Where lists are handed in, paused and gone on with; what cannot be a list is refused at once and not kept. */
@Component
class ListDesk {

    private static final int LONGEST_NAME = 200;

    private final Imports imports;
    private final ImportWorker worker;
    private final Columns columns;
    private final ImportSettings settings;
    private final Actors actors;
    private final Texts texts;
    private final TransactionOperations transactions;

    ListDesk(
            Imports imports,
            ImportWorker worker,
            Columns columns,
            ImportSettings settings,
            Actors actors,
            Texts texts,
            TransactionOperations transactions) {
        this.imports = imports;
        this.worker = worker;
        this.columns = columns;
        this.settings = settings;
        this.actors = actors;
        this.texts = texts;
        this.transactions = transactions;
    }

    /** Looks the file over (encoding, columns, number of rows), keeps it, and begins. */
    ImportRecord take(String fileName, InputStream content) throws IOException {
        Actor loader = actors.current();
        insist(Loaders.mayLoad(loader), 403, "import.notYours");
        Path file = Files.createTempFile("chunfeng-upload", ".list");
        try {
            SheetFormat format = SheetFormat.of(fileName);
            String sha256 = Received.into(file, content, settings.largest());
            refuseWhileRunning(sha256, loader.bureau());
            SheetFile looked = SheetFile.lookOver(file, format);
            var upload = new Imports.Upload(looked, shortened(fileName), sha256, count(looked));
            return begun(sha256, loader.bureau(), () -> keep(upload, loader));
        } catch (SheetRefused unreadable) {
            throw Refused.of(400, texts.refusal(unreadable.key(), withoutLabel(unreadable.arguments())));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** The import, if this person may see it; the same answer as for one that does not exist otherwise. */
    ImportRecord reach(long importId) {
        Actor actor = actors.current();
        return imports.find(importId)
                .filter(found -> actor.reaches(found.bureau()))
                .orElseThrow(() -> Refused.of(404, texts.refusal("import.noSuchImport", "")));
    }

    /** The same for whoever works with lists: the rows hold whole numbers of people and accounts. */
    ImportRecord reachToWork(long importId) {
        ImportRecord found = reach(importId);
        insist(mayLoad(), 403, "import.notYours");
        return found;
    }

    List<ImportRecord> mine() {
        return imports.seenBy(actors.current());
    }

    boolean mayLoad() {
        return Loaders.mayLoad(actors.current());
    }

    ImportRecord cancel(long importId) {
        reachToWork(importId);
        imports.move(importId, List.of("RUNNING"), "CANCELLED", "");
        return imports.get(importId);
    }

    ImportRecord resume(long importId) {
        ImportRecord paused = reachToWork(importId);
        return begun(paused.sha256(), paused.bureau(), () -> {
            imports.move(importId, List.of("CANCELLED", "FAILED"), "RUNNING", "");
            return importId;
        });
    }

    /** Of two that begin with the same file in one instant, the database takes the first. */
    private ImportRecord begun(String sha256, String bureau, Supplier<Long> beginning) {
        try {
            long importId = beginning.get();
            worker.wake();
            return imports.get(importId);
        } catch (DuplicateKeyException sameFile) {
            refuseWhileRunning(sha256, bureau);
            throw sameFile;
        }
    }

    private void refuseWhileRunning(String sha256, String bureau) {
        imports.runningWith(sha256, bureau).ifPresent(same -> {
            throw Refused.of(409, texts.refusal("import.sameFile", "", String.valueOf(same)));
        });
    }

    private int count(SheetFile file) throws IOException {
        try (ListFile list = ListFile.open(file, columns)) {
            int rows = list.countRest();
            if (rows == 0) {
                throw new SheetRefused("import.empty");
            }
            return rows;
        }
    }

    private long keep(Imports.Upload upload, Actor loader) {
        Long importId = transactions.execute(status -> {
            try {
                return imports.keep(upload, loader);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
        return importId == null ? 0 : importId;
    }

    private void insist(boolean holds, int status, String key) {
        if (!holds) {
            throw Refused.of(status, texts.refusal(key, ""));
        }
    }

    private static Object[] withoutLabel(Object[] arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = "";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return all;
    }

    private static String shortened(String fileName) {
        return fileName.length() > LONGEST_NAME ? fileName.substring(fileName.length() - LONGEST_NAME) : fileName;
    }
}
