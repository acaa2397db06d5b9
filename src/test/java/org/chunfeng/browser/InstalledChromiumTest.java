package org.chunfeng.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledChromiumTest {

    @TempDir
    private Path folder;

    @Test
    void theOneThatIsNamedComesFirst() throws IOException {
        Path named = program("own");
        program("google-chrome");

        assertThat(InstalledChromium.find(Map.of("CHROME", named.toString(), "PATH", folder.toString())))
                .hasValue(named);
    }

    @Test
    void oneOnThePathIsFoundWhereverItsFolderStands() throws IOException {
        Path chrome = program("google-chrome");

        assertThat(InstalledChromium.find(Map.of("PATH", "/nowhere" + File.pathSeparator + folder)))
                .hasValue(chrome);
    }

    @Test
    void aNamedOneThatIsNotThereIsNoReasonToTakeAnother() {
        assertThatThrownBy(() -> InstalledChromium.find(Map.of("CHROME", "/nowhere/chrome")))
                .hasMessage("CHROME names /nowhere/chrome, which is no program");
    }

    private Path program(String name) throws IOException {
        Path program = Files.createFile(folder.resolve(name));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }
}
