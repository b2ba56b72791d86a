// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.table;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.joran.spi.JoranException;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.LoggerFactory;

/** Reads everything that is logged, at TRACE, and keeps what should not be there. Keeps nothing else. */
final class SecretWatch extends AppenderBase<ILoggingEvent> {

    private static final List<String> SECRETS =
            List.of(Stage.API_KEY, "Bearer ", "Basic ", "access_token\"", "refresh_token\"");

    // The service's tokens have at least so many letters and digits; nothing else that is logged has so many in a row.
    private static final int TOKEN_LENGTH = 80;

    private final Queue<String> leaks = new ConcurrentLinkedQueue<>();
    private final AtomicLong seen = new AtomicLong();
    private final Set<String> threads = ConcurrentHashMap.newKeySet();

    static SecretWatch begin() {
        SecretWatch watch = new SecretWatch();
        LoggerContext logback = (LoggerContext) LoggerFactory.getILoggerFactory();
        watch.setContext(logback);
        watch.start();
        logback.reset();
        Logger root = logback.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(watch);
        root.setLevel(Level.TRACE);
        // They are the other side, and may say what they like.
        logback.getLogger("io.github.camelapivideo.simulator").setLevel(Level.OFF);
        logback.getLogger("org.eclipse.jetty").setLevel(Level.OFF);
        return watch;
    }

    /** Logging is as it was. */
    void end() {
        LoggerContext logback = (LoggerContext) LoggerFactory.getILoggerFactory();
        logback.reset();
        try {
            JoranConfigurator configuration = new JoranConfigurator();
            configuration.setContext(logback);
            configuration.doConfigure(SecretWatch.class.getResource("/logback-test.xml"));
        } catch (JoranException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected void append(ILoggingEvent event) {
        seen.incrementAndGet();
        threads.add(event.getThreadName());
        check(event.getLoggerName() + " " + event.getFormattedMessage());
        if (event.getThrowableProxy() != null) {
            check(ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
    }

    private void check(String text) {
        if (SECRETS.stream().anyMatch(text::contains) || hasToken(text)) {
            leaks.add(text);
        }
    }

    // Much faster than an expression, of which a run of the table would be busy for minutes.
    static boolean hasToken(String text) {
        int inRow = 0;
        for (int at = 0; at < text.length() && inRow < TOKEN_LENGTH; at++) {
            inRow = Character.isLetterOrDigit(text.charAt(at)) ? inRow + 1 : 0;
        }
        return inRow == TOKEN_LENGTH;
    }

    List<String> leaks() {
        return List.copyOf(leaks);
    }

    long seen() {
        return seen.get();
    }

    /** Returns the names of all threads that logged. */
    Set<String> threads() {
        return Set.copyOf(threads);
    }
}
