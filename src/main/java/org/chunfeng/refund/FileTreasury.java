package org.chunfeng.refund;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reaches the treasury through files: a slip goes out as one JSON file that appears whole or not at all. */
@Component
class FileTreasury implements Treasury {

    private final TreasurySettings settings;
    private final JsonMapper json;

    FileTreasury(TreasurySettings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
    }

    @Override
    public void send(SlipOrder order) {
        try {
            Files.createDirectories(settings.out());
            Path draft = Files.createTempFile(settings.out(), order.slipNo(), ".part");
            Files.writeString(draft, json.writerWithDefaultPrettyPrinter().writeValueAsString(order));
            Files.move(
                    draft,
                    settings.out().resolve(order.slipNo() + ".json"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException("Slip %s could not be put out".formatted(order.slipNo()), failure);
        }
    }
}
