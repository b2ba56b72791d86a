// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LaneThreadsTest {

    private static final boolean VIRTUAL = Boolean.getBoolean("camel.threads.virtual.enabled")
            && Runtime.version().feature() >= 21;

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

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

        fixture.template().requestBody("apivideo:upload", body);

        assertThat(readers).isNotEmpty().doesNotContain(Thread.currentThread());
        assertThat(readers).allSatisfy(reader -> assertThat(reader.toString().startsWith("VirtualThread"))
                .isEqualTo(VIRTUAL));
    }
}
