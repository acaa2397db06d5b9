package org.chunfeng.refund;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where slips are put for the treasury and its answers are fetched from.
 *
 * @param folder holds out/ (slips), in/ (answers), done/ and rejected/ (answers that were read)
 */
@ConfigurationProperties("chunfeng.treasury")
record TreasurySettings(@DefaultValue(".data/treasury") Path folder) {

    Path out() {
        return folder.resolve("out");
    }

    Path in() {
        return folder.resolve("in");
    }

    Path done() {
        return folder.resolve("done");
    }

    Path rejected() {
        return folder.resolve("rejected");
    }
}
