package org.chunfeng.overpayment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.casefile.Money;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A row that names a known overpayment with another amount or name: corrected while nobody has classified it. */
@Component
class RowChanges {

    private final CaseFiles cases;
    private final OverpaymentBatch overpayments;
    private final CaseEvents events;
    private final MessageSource messages;

    RowChanges(CaseFiles cases, OverpaymentBatch overpayments, CaseEvents events, MessageSource messages) {
        this.cases = cases;
        this.overpayments = overpayments;
        this.events = events;
        this.messages = messages;
    }

    String same(KnownOverpayment known) {
        return known.inThisFile()
                ? text("overpayment.duplicateInFile")
                : text("overpayment.duplicate", known.caseNumber());
    }

    /** Another county's case is neither corrected by this list nor told by it. */
    String elsewhere() {
        return text("overpayment.elsewhere");
    }

    /** Corrects the case if it may be corrected; answers what changed and whether it was taken over. */
    String apply(KnownOverpayment known, FoundOverpayment found, String loader) {
        String difference = difference(known, found);
        if (!known.open()) {
            return text("overpayment.changed.kept", known.caseNumber(), difference);
        }
        cases.correct(known.caseNumber(), found.taxpayerName(), found.overpaid().fen());
        overpayments.correct(known.caseNumber(), found);
        events.record(known.caseNumber(), loader, OverpaymentProcess.IMPORTED, "CHANGED", difference);
        return text("overpayment.changed.applied", known.caseNumber(), difference);
    }

    private String difference(KnownOverpayment known, FoundOverpayment found) {
        List<String> parts = new ArrayList<>();
        if (known.overpaidFen() != found.overpaid().fen()) {
            parts.add(text(
                    "overpayment.changed.amount",
                    new Money(known.overpaidFen()).toString(),
                    found.overpaid().toString()));
        }
        if (!known.taxpayerName().equals(found.taxpayerName())) {
            parts.add(text("overpayment.changed.name", known.taxpayerName(), found.taxpayerName()));
        }
        return String.join("，", parts);
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.CHINA);
    }
}
