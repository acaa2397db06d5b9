package org.chunfeng.notice;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/** What a failure to send means. */
enum MailTrouble {
    /** The server took the mail and failed when saying goodbye. */
    ACCEPTED,
    /** The server took the mail for some of the addresses. */
    PARTLY_ACCEPTED,
    /** The server cannot be reached or does not let us in. */
    OUTAGE,
    /** The server, or the mail itself, is at fault; other mails may go. */
    REFUSED;

    static MailTrouble of(Exception failure) {
        if (failure instanceof MailAuthenticationException) {
            return OUTAGE;
        }
        if (!(failure instanceof MailSendException sending)) {
            return REFUSED;
        }
        if (sending.getFailedMessages().isEmpty()) {
            return ACCEPTED;
        }
        if (refusal(sending).filter(partly -> !reached(partly).isEmpty()).isPresent()) {
            return PARTLY_ACCEPTED;
        }
        return sending.getCause() == null ? REFUSED : OUTAGE;
    }

    /** The addresses that the server took in spite of the failure. */
    static List<String> reached(Exception failure) {
        return failure instanceof MailSendException sending
                ? refusal(sending).map(MailTrouble::reached).orElse(List.of())
                : List.of();
    }

    /** One line for the delivery log: the addresses that were refused, and the server's own words. */
    static String cause(Exception failure) {
        Exception root = failure;
        String addresses = "";
        if (failure instanceof MailSendException sending && sending.getMessageExceptions().length > 0) {
            root = sending.getMessageExceptions()[0];
            addresses = refusal(sending).map(MailTrouble::refused).orElse("");
        }
        String line =
                (addresses + " " + serversWords(root)).replaceAll("\\s+", " ").strip();
        return line.substring(0, Math.min(300, line.length()));
    }

    private static String serversWords(Exception failure) {
        Exception last = failure;
        while (last instanceof MessagingException chained && chained.getNextException() != null) {
            last = chained.getNextException();
        }
        return last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
    }

    private static String refused(SendFailedException refusal) {
        return refusal.getInvalidAddresses() == null
                ? ""
                : Arrays.stream(refusal.getInvalidAddresses())
                        .map(Address::toString)
                        .collect(Collectors.joining(", "));
    }

    private static Optional<SendFailedException> refusal(MailException failure) {
        if (!(failure instanceof MailSendException sending)) {
            return Optional.empty();
        }
        return Arrays.stream(sending.getMessageExceptions())
                .filter(SendFailedException.class::isInstance)
                .map(SendFailedException.class::cast)
                .findFirst();
    }

    private static List<String> reached(SendFailedException refusal) {
        Address[] addresses = refusal.getValidSentAddresses();
        return addresses == null
                ? List.of()
                : Arrays.stream(addresses).map(Address::toString).toList();
    }
}
