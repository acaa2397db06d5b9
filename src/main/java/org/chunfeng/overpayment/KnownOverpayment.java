package org.chunfeng.overpayment;

/**
 * What is there already of an overpayment that a list names again.
 *
 * @param open whether nobody has classified it yet, so that the platform may still correct it
 */
record KnownOverpayment(
        String naturalKey,
        String caseNumber,
        String bureau,
        String taxpayerName,
        long overpaidFen,
        boolean open,
        boolean inThisFile) {

    boolean isSame(FoundOverpayment found) {
        return found.taxpayerName().equals(taxpayerName) && found.overpaid().fen() == overpaidFen;
    }

    KnownOverpayment ofThisFile() {
        return new KnownOverpayment(naturalKey, caseNumber, bureau, taxpayerName, overpaidFen, open, true);
    }

    KnownOverpayment corrected(FoundOverpayment found) {
        return new KnownOverpayment(
                naturalKey,
                caseNumber,
                bureau,
                found.taxpayerName(),
                found.overpaid().fen(),
                open,
                inThisFile);
    }
}
