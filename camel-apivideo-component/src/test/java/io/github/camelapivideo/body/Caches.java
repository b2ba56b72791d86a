// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.body;

import io.github.camelapivideo.testsupport.TestVideo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.converter.stream.CachedOutputStream;
import org.apache.camel.spi.StreamCachingStrategy;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.service.ServiceHelper;

/** What Camel keeps of streams: in memory, or in files in a folder. */
public enum Caches {
    IN_MEMORY {
        @Override
        void setUp(StreamCachingStrategy strategy, Path folder) {
            strategy.setSpoolEnabled(false);
        }
    },
    ON_DISK {
        @Override
        void setUp(StreamCachingStrategy strategy, Path folder) {
            strategy.setSpoolEnabled(true);
            strategy.setSpoolThreshold(1);
            strategy.setSpoolDirectory(folder.toFile());
        }
    };

    abstract void setUp(StreamCachingStrategy strategy, Path folder);

    /** From now on the context keeps streams in this way. */
    public void in(CamelContext context, Path folder) {
        StreamCachingStrategy strategy = context.getStreamCachingStrategy();
        // Its rules are made when it starts.
        ServiceHelper.stopService(strategy);
        setUp(strategy, folder);
        ServiceHelper.startService(strategy);
    }

    /** A cache as a route makes one, which lives until the exchange that it belongs to is done. */
    public static StreamCache of(TestVideo video, Exchange exchange) {
        try (CachedOutputStream out = new CachedOutputStream(exchange)) {
            out.write(video.bytes());
            return out.newStreamCache();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static StreamCache of(TestVideo video, CamelContext context) {
        return of(video, new DefaultExchange(context));
    }
}
