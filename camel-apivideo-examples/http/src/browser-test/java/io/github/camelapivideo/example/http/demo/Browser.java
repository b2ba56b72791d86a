// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.http.demo;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A Chromium without a window, and the page in it. The caller closes it. */
record Browser(ChromeDriver driver) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** @param profile an empty folder for the browser's profile */
    static Browser open(URI page, Path profile) {
        ChromeDriver driver = new ChromeDriver(service(), options(profile));
        driver.get(page.toString());
        return new Browser(driver);
    }

    private static ChromeDriverService service() {
        return new ChromeDriverService.Builder()
                .usingDriverExecutable(new File("/usr/bin/chromedriver"))
                .usingAnyFreePort()
                .build();
    }

    /** Returns options of a browser that connects only to the page. */
    private static ChromeOptions options(Path profile) {
        return new ChromeOptions()
                .setBinary("/usr/bin/chromium")
                .addArguments(
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--window-size=1000,1100",
                        "--user-data-dir=" + profile);
    }

    static ConditionFactory patiently() {
        return await().atMost(PATIENCE);
    }

    WebElement element(String id) {
        return driver.findElement(By.id(id));
    }

    void choose(Path file) {
        element("file").sendKeys(file.toString());
    }

    /** Drops a file of this many bytes on the page, as a user does with a mouse. */
    void drop(String name, int bytes) {
        driver.executeScript("""
                const files = new DataTransfer();
                files.items.add(new File([new Uint8Array(arguments[1])], arguments[0]));
                const drop = new DragEvent("drop", {dataTransfer: files, bubbles: true, cancelable: true});
                document.getElementById("drop").dispatchEvent(drop);
                """, name, bytes);
    }

    int bar() {
        return Integer.parseInt(element("bar").getDomProperty("value"));
    }

    /** Returns the text below the bar. */
    String numbers() {
        return element("numbers").getText();
    }

    String message() {
        return element("message").getText();
    }

    /** Returns the addresses that were answered with an error, which a browser writes into its console. */
    List<?> errors() {
        return (List<?>)
                driver.executeScript(
                        "return performance.getEntries().filter(entry => entry.responseStatus >= 400).map(entry => entry.name);");
    }

    /** Returns whether the video in the player has begun to play. */
    boolean isPlaying() {
        driver.switchTo().frame("player");
        try {
            return (Boolean) driver.executeScript("""
                    const video = document.querySelector("video");
                    return video !== null && video.readyState >= 2 && video.videoWidth > 0 && video.currentTime > 0;
                    """);
        } finally {
            driver.switchTo().defaultContent();
        }
    }

    @Override
    public void close() {
        driver.quit();
    }

    /** Writes a picture of the page into the documents, if they are being written. */
    void picture(Path file) throws IOException {
        if (System.getProperty("apivideo.docs.write") != null) {
            Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        }
    }
}
