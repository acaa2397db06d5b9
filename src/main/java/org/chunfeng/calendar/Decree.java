package org.chunfeng.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** The days off and days worked of one calendar year, as the yearly notice of the State Council has them. */
public record Decree(int year, String source, List<DecreeDay> days) {

    public Decree {
        days = days.stream().sorted().toList();
    }

    /** Equal for equal days, whatever the source says: importing the same days twice changes nothing. */
    public String hash() {
        String text = days.stream()
                .map(day -> day.date() + (day.working() ? " work " : " off ") + day.name())
                .collect(Collectors.joining("\n", year + "\n", ""));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
