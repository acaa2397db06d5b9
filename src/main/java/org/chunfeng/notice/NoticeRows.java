package org.chunfeng.notice;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chunfeng.casefile.Bureau;
import org.chunfeng.casefile.Bureaus;
import org.chunfeng.engine.Actor;
import org.chunfeng.engine.Actors;
import org.chunfeng.engine.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Notices as the page shows them: names instead of ids, times of the bureau's zone. */
@Component
public class NoticeRows {

    private final NoticeTexts texts;
    private final People people;
    private final Bureaus bureaus;
    private final Actors actors;

    NoticeRows(NoticeTexts texts, People people, Bureaus bureaus, Actors actors) {
        this.texts = texts;
        this.people = people;
        this.bureaus = bureaus;
        this.actors = actors;
    }

    /** One line of the page; what did not happen yet is empty. */
    record Row(
            NoticeRecord notice,
            List<String> lines,
            String from,
            String to,
            String createdAt,
            String sentAt,
            String trouble,
            String acknowledgedAt,
            String acknowledgedBy,
            boolean acknowledgeable) {}

    /** A notice, and by name to whom it goes. */
    public record Told(NoticeRecord notice, String to) {}

    /** For the page of a case, where notices that differ in nothing else would look doubled. */
    public List<Told> told(List<NoticeRecord> notices) {
        return of(notices).stream().map(row -> new Told(row.notice(), row.to())).toList();
    }

    List<Row> of(List<NoticeRecord> notices) {
        Map<String, String> names = people.namesOf(accounts(notices));
        Map<String, String> bureauNames =
                bureaus.all().stream().collect(Collectors.toMap(Bureau::bureau, Bureau::name));
        Actor reader = actors.current();
        return notices.stream()
                .map(notice -> row(notice, names, bureauNames, reader))
                .toList();
    }

    private Row row(NoticeRecord notice, Map<String, String> names, Map<String, String> bureauNames, Actor reader) {
        String acknowledgedBy = notice.acknowledgedBy() == null ? "" : notice.acknowledgedBy();
        return new Row(
                notice,
                notice.body().lines().toList(),
                names.getOrDefault(notice.fromActor(), notice.fromActor()),
                to(notice.recipient(), names, bureauNames),
                minute(notice.createdAt()),
                minute(notice.sentAt()),
                trouble(notice.deliveryNote()),
                minute(notice.acknowledgedAt()),
                names.getOrDefault(acknowledgedBy, acknowledgedBy),
                notice.isUnacknowledged() && notice.recipient().includes(reader));
    }

    /** Our own sentence and the addresses concerned; the server's words, mostly English, are for the tooltip and the log. */
    private static String trouble(String note) {
        int words = note.indexOf('：');
        if (words < 0) {
            return note;
        }
        String addresses = Stream.of(note.substring(words + 1).split("[ ,]+"))
                .filter(word -> word.matches("[^@]+@[^@]+\\w"))
                .collect(Collectors.joining("、"));
        return addresses.isEmpty() ? note.substring(0, words) : note.substring(0, words + 1) + addresses;
    }

    private String to(Recipient recipient, Map<String, String> names, Map<String, String> bureauNames) {
        return switch (recipient.kind()) {
            case ACCOUNT -> names.getOrDefault(recipient.id(), recipient.id());
            case GROUP ->
                bureauNames.getOrDefault(recipient.bureau(), recipient.bureau()) + texts.group(recipient.id());
            case TAXPAYER -> texts.text("notice.taxpayer");
        };
    }

    private String minute(@Nullable Instant instant) {
        return instant == null ? "" : texts.minute(instant);
    }

    private static Set<String> accounts(List<NoticeRecord> notices) {
        return notices.stream()
                .flatMap(notice -> Stream.of(
                        notice.fromActor(),
                        notice.recipient().id(),
                        notice.acknowledgedBy() == null ? "" : notice.acknowledgedBy()))
                .filter(account -> !account.isEmpty())
                .collect(Collectors.toSet());
    }
}
