// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LaneThreadsTest {

    private static final boolean VIRTUAL = Boolean.getBoolean("camel.threads.virtual.enabled")
            && Runtime.version().feature() >= 21;

    private ApiVideoFixture fixture;

    @BeforeEach
    void start() {
        fixture = ApiVideoFixture.start();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void aBodyIsReadByThreadsOfTheKindThatCamelWasAskedFor() {
        Set<Thread> readers = ConcurrentHashMap.newKeySet();
        InputStream body = new ByteArrayInputStream(TestVideo.of(10).bytes()) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                readers.add(Thread.currentThread());
                return super.read(into, offset, length);
            }
        };

        fixture.template.requestBody("apivideo:upload", body);

        assertThat(readers).isNotEmpty().doesNotContain(Thread.currentThread());
        assertThat(readers).allSatisfy(reader -> assertThat(reader.toString().startsWith("VirtualThread"))
                .isEqualTo(VIRTUAL));
    }
}
