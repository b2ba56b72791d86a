// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.newsroom.demo;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A Chromium without a window, and the page in it. The caller closes it. */
record Browser(ChromeDriver driver) implements AutoCloseable {

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

    /** Returns options of a browser that connects only to the page and to the service. */
    private static ChromeOptions options(Path profile) {
        LoggingPreferences everything = new LoggingPreferences();
        everything.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions()
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
                        "--window-size=1000,1200",
                        "--user-data-dir=" + profile);
        options.setCapability("goog:loggingPrefs", everything);
        return options;
    }

    /** Returns the slugs of the stories on the page. */
    List<?> slugs() {
        return (List<?>) driver.executeScript("return [...document.querySelectorAll('.story')].map(story => story.id)");
    }

    String text(String slug) {
        return driver.findElement(By.id(slug)).getText();
    }

    WebElement button(String slug) {
        return driver.findElement(By.cssSelector("#" + slug + " button"));
    }

    /** Starts the video of a story, as its button does. */
    void play(String slug) {
        driver.executeScript("document.querySelector('#' + arguments[0] + ' video').play()", slug);
    }

    /** Returns whether the video of a story has begun to play. */
    boolean isPlaying(String slug) {
        return (Boolean) driver.executeScript("""
                const video = document.querySelector('#' + arguments[0] + ' video');
                return video.readyState >= 2 && video.videoWidth > 0 && video.currentTime > 0;
                """, slug);
    }

    /** Returns whether each video that is shown has told its length: before that its controls show a spinner. */
    boolean isReadyToPlay() {
        return (Boolean) driver.executeScript("""
                const videos = [...document.querySelectorAll('video:not([hidden])')];
                return videos.every(video => video.readyState >= 1 && video.duration > 0);
                """);
    }

    /** Returns the seconds of a video that have been played. */
    double played(String slug) {
        return ((Number) driver.executeScript(
                        "return document.querySelector('#' + arguments[0] + ' video').currentTime", slug))
                .doubleValue();
    }

    /** Returns what the browser has complained about. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    byte[] picture() {
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
