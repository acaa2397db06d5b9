package org.chunfeng.demo;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one database cluster. One process holds it at a time; the operating system lets go of it even when
 * that process is killed. Lock and log stand beside the folder, because initdb wants it empty.
 */
final class DataDirectory implements AutoCloseable {

    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Takes the folder, creating it if need be; refused while another process has it. */
    static DataDirectory hold(Path wanted) {
        try {
            Files.createDirectories(wanted);
            Path path = wanted.toRealPath();
            requireWritable(path);
            return new DataDirectory(path, lock(path));
        } catch (IOException e) {
            throw new DatabaseRefused("The database folder %s cannot be used: %s".formatted(wanted, e), e);
        }
    }

    Path path() {
        return path;
    }

    Path log() {
        return path.resolveSibling(path.getFileName() + ".log");
    }

    /**
     * Where the server's programs are unpacked; never around the data, which would be cleaned away with them. The
     * library makes the folder writable for everybody, so it stands in one that nobody else may enter.
     */
    Path programs() throws IOException {
        File closed = path.resolveSibling("postgres-programs").toFile();
        Files.createDirectories(closed.toPath());
        closed.setExecutable(false, false);
        closed.setExecutable(true, true);
        return closed.toPath().resolve("unpacked");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new DatabaseRefused("The database folder %s cannot be released".formatted(path), e);
        }
    }

    private static void requireWritable(Path path) {
        if (!Files.isWritable(path)) {
            throw new DatabaseRefused(
                    "The database folder %s belongs to another user: start as that user, or set chunfeng.demo.data-directory"
                            .formatted(path));
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        Path file = path.resolveSibling(path.getFileName() + ".lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new DatabaseRefused(
                    "Another Chunfeng is running on the database folder %s: stop it first, or set chunfeng.demo.data-directory"
                            .formatted(path));
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }
}
