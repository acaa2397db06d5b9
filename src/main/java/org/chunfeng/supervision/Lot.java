package org.chunfeng.supervision;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** Chooses a share by lot: the same day, seed and cases always give the same. */
final class Lot {

    private Lot() {}

    /** The share of them, rounded up, in the order of the lots. */
    static List<SupervisionItem> drawn(SupervisionRun run, List<SupervisionItem> found) {
        int wanted = (found.size() * run.sharePercent() + 99) / 100;
        return found.stream()
                .sorted(Comparator.comparing((SupervisionItem item) -> lot(run, item))
                        .thenComparing(SupervisionItem::caseNumber))
                .limit(wanted)
                .toList();
    }

    private static String lot(SupervisionRun run, SupervisionItem item) {
        String ticket = "%d %s %s %s".formatted(run.seed(), run.dueOn(), item.caseNumber(), item.reason());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(ticket.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
