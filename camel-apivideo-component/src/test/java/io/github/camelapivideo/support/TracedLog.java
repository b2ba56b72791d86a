// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.support;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** All that is logged during a test at TRACE, but for the simulator, which is the other side. Thread-safe. */
public final class TracedLog implements BeforeEachCallback, AfterEachCallback {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Lines appender = new Lines();
    private volatile Predicate<String> left = logger -> false;
    private Logger root;
    private Level before;
    private Logger own;
    private Level ownBefore;

    private final class Lines extends AppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent event) {
            String logger = event.getLoggerName();
            boolean other =
                    logger.startsWith("io.github.camelapivideo.simulator") || logger.startsWith("org.eclipse.jetty");
            if (!other && !left.test(logger)) {
                lines.add(logger + " " + event.getFormattedMessage()
                        + ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
        }
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        LoggerContext logback = (LoggerContext) LoggerFactory.getILoggerFactory();
        root = logback.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        before = root.getLevel();
        root.detachAndStopAllAppenders();
        appender.setContext(logback);
        appender.start();
        root.addAppender(appender);
        root.setLevel(Level.TRACE);
        // The configuration of tests gives it a level of its own.
        own = logback.getLogger("io.github.camelapivideo");
        ownBefore = own.getLevel();
        own.setLevel(null);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        own.setLevel(ownBefore);
        root.setLevel(before);
        root.detachAppender(appender);
    }

    /** Changes the level of all that is logged. */
    public void level(Level level) {
        root.setLevel(level);
    }

    /** Leaves out what these loggers say. */
    public void leave(Predicate<String> loggers) {
        left = loggers;
    }

    /** Adds a text that must keep the same promise. */
    public void add(String text) {
        lines.add(text);
    }

    public List<String> lines() {
        return lines;
    }
}
