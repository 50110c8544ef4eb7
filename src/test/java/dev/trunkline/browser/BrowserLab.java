package dev.trunkline.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import dev.trunkline.system.Needs;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A real Chromium without a window. */
final class BrowserLab implements AutoCloseable {
    private final Playwright playwright;
    private final Browser browser;
    private final URI base;

    BrowserLab(URI base) {
        this.base = base;
        Path chromium = Needs.chromium();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of(
                                "--headless=new",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--autoplay-policy=no-user-gesture-required",
                                // A microphone that beeps, and a permission nobody has to give.
                                "--use-fake-ui-for-media-stream",
                                "--use-fake-device-for-media-stream")));
    }

    /** A fresh browser profile: another person at another desk. */
    BrowserContext person(Look look) {
        return browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(base.toString())
                .setViewportSize(look.width(), look.height())
                .setColorScheme(look.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setLocale(look.language())
                .setTimezoneId("Asia/Shanghai")
                .setPermissions(List.of("notifications", "microphone")));
    }

    /** Keeps a picture of the page in the build directory, with what was moving at its end. */
    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setPath(Path.of(System.getProperty("trunkline.output", "target"), "screenshots", name + ".png")));
    }

    @Override
    public void close() {
        playwright.close();
    }

    /** How a page is looked at. */
    record Look(int width, int height, boolean dark, String language) {
        static final Look DESK = new Look(1440, 900, false, "en-US");

        /** Four in which every two of language, brightness and width meet; all eight with {@code -Dlooks.all=true}. */
        static List<Look> all() {
            Stream<Look> four = Stream.of(
                    DESK,
                    new Look(1440, 900, true, "zh-CN"),
                    new Look(390, 844, true, "en-US"),
                    new Look(390, 844, false, "zh-CN"));
            Stream<Look> others = Stream.of(
                    new Look(1440, 900, true, "en-US"),
                    new Look(1440, 900, false, "zh-CN"),
                    new Look(390, 844, false, "en-US"),
                    new Look(390, 844, true, "zh-CN"));
            return (Boolean.getBoolean("looks.all") ? Stream.concat(four, others) : four).toList();
        }

        /** A telephone's. */
        boolean narrow() {
            return width < 600;
        }

        String word() {
            return width + "x" + height + (dark ? "-dark-" : "-light-") + language;
        }
    }
}
