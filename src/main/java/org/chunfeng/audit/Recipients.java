package org.chunfeng.audit;

import java.util.List;
import java.util.stream.Stream;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.deadline.Breach;
import org.chunfeng.deadline.Breaches;
import org.chunfeng.deadline.DeadlineClock;
import org.chunfeng.deadline.SuspensionRecord;
import org.chunfeng.deadline.Suspensions;
import org.chunfeng.notice.Recipient;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The people behind the roles of the ladder. */
@Component
class Recipients {

    private final Holders holders;
    private final Breaches breaches;
    private final Suspensions suspensions;
    private final String prefecture;

    Recipients(
            Holders holders,
            Breaches breaches,
            Suspensions suspensions,
            @Value("${chunfeng.prefecture}") String prefecture) {
        this.holders = holders;
        this.breaches = breaches;
        this.suspensions = suspensions;
        this.prefecture = prefecture;
    }

    List<Recipient> of(@Nullable Role role, CaseFile file, DeadlineClock clock) {
        if (role == null) {
            return List.of();
        }
        return switch (role) {
            case HANDLER -> List.of(clock.isStopped() ? whoHadIt(file, clock) : holders.of(file, clock));
            case COUNTY_LEADER -> List.of(Recipient.group(Holders.NOBODYS, file.bureau()));
            case PREFECTURE_LEADER -> List.of(Recipient.group(Holders.NOBODYS, prefecture));
            case LEVY_ADMIN -> List.of(Recipient.group("levyAdmin", file.bureau()));
            case AUDIT -> List.of(Recipient.group("audit", file.bureau()));
            case REQUESTER -> requesters(file);
        };
    }

    private Recipient whoHadIt(CaseFile file, DeadlineClock clock) {
        return breaches.ofClock(clock.id())
                .map(Breach::handler)
                .flatMap(handlers -> Stream.of(handlers.split(","))
                        .filter(handler -> !handler.isEmpty())
                        .findFirst())
                .map(handler -> Recipient.account(handler, file.bureau()))
                .orElseGet(() -> Recipient.group(Holders.NOBODYS, file.bureau()));
    }

    private List<Recipient> requesters(CaseFile file) {
        return suspensions.ofCase(file.caseNumber()).stream()
                .filter(SuspensionRecord::isOpen)
                .map(SuspensionRecord::requestedBy)
                .distinct()
                .map(account -> Recipient.account(account, file.bureau()))
                .toList();
    }
}
