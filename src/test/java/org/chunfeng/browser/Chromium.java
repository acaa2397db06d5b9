package org.chunfeng.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The browser of the tests: an installed one, else the one that Playwright has or can download, else Debian's, which root
 * may install; else the test fails and says so.
 */
final class Chromium implements AutoCloseable {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final String NONE =
            "There is no browser to test with: install Chromium or Chrome, or let the variable"
                    + " CHROME name one; Playwright could not download its own and this is no Debian with root rights";
    /** Else Playwright would try to download every browser first, whether or not one is there. */
    private static final Map<String, String> NO_DOWNLOAD = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

    private static final int MINUTES = 5;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright) {
        this.playwright = playwright;
        this.browser = installed()
                .or(this::playwrights)
                .or(this::downloaded)
                .or(this::debians)
                .orElseThrow(() -> new IllegalStateException(NONE));
    }

    static Chromium start() {
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(NO_DOWNLOAD));
        try {
            return new Chromium(playwright);
        } catch (RuntimeException e) {
            playwright.close();
            throw e;
        }
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }

    private Optional<Browser> installed() {
        return InstalledChromium.find(System.getenv())
                .map(program -> playwright.chromium().launch(options().setExecutablePath(program)));
    }

    private Optional<Browser> playwrights() {
        try {
            return Optional.of(playwright.chromium().launch(options()));
        } catch (PlaywrightException notThere) {
            return Optional.empty();
        }
    }

    private Optional<Browser> downloaded() {
        ProcessBuilder driver = Driver.ensureDriverInstalled(NO_DOWNLOAD, false).createProcessBuilder();
        driver.command().addAll(List.of("install", "--only-shell", "chromium"));
        driver.environment().put("PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT", "10000");
        return run(driver) ? playwrights() : Optional.empty();
    }

    private Optional<Browser> debians() {
        boolean rootOnDebian =
                "root".equals(System.getProperty("user.name")) && Files.exists(Path.of("/etc/debian_version"));
        var apt = new ProcessBuilder("sh", "-c", "apt-get update -qq && apt-get install -y -qq chromium");
        apt.environment().put("DEBIAN_FRONTEND", "noninteractive");
        return rootOnDebian && run(apt) ? installed() : Optional.empty();
    }

    private static boolean run(ProcessBuilder program) {
        try {
            Process running = program.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (running.waitFor(MINUTES, TimeUnit.MINUTES)) {
                return running.exitValue() == 0;
            }
            running.destroyForcibly();
            return false;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static LaunchOptions options() {
        return new LaunchOptions().setArgs(FLAGS);
    }
}
