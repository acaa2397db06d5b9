package org.chunfeng.overpayment;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.ApplicationContext;

/** Hands a list in, as somebody of the prefecture does, and waits until it is done. */
public final class BenchDoor {

    private final ListDesk desk;
    private final IdentityService identities;

    public BenchDoor(ApplicationContext application) {
        desk = application.getBean(ListDesk.class);
        identities = application.getBean(IdentityService.class);
    }

    /** How many rows became cases. */
    public long load(Path list) throws Exception {
        identities.setAuthentication("alxa.levyAdmin", List.of("levyAdmin"), List.of("alxa"));
        try (InputStream content = Files.newInputStream(list)) {
            ImportRecord begun = desk.take(list.getFileName().toString(), content);
            while (desk.reach(begun.importId()).isRunning()) {
                Thread.sleep(100);
            }
            return desk.reach(begun.importId()).accepted();
        } finally {
            identities.clearAuthentication();
        }
    }
}
