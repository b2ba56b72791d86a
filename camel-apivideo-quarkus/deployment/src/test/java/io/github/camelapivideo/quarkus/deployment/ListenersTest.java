// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.api.UploadListener;
import io.github.camelapivideo.api.UploadProgress;
import io.quarkus.test.QuarkusUnitTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Listeners are beans that nothing injects: they stay in the application, and each is told. */
class ListenersTest {

    private static final Set<Class<?>> TOLD = ConcurrentHashMap.newKeySet();

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(archive -> archive.addClasses(UploadRoute.class, First.class, Second.class));

    @Inject
    ProducerTemplate template;

    @Test
    void tellsEachListener() {
        Exchange answer = template.request(
                "direct:upload", exchange -> exchange.getMessage().setBody(new byte[10]));

        assertThat(answer.getException()).isNull();
        assertThat(TOLD).containsExactlyInAnyOrder(First.class, Second.class);
    }

    @ApplicationScoped
    public static class First implements UploadListener {

        @Override
        public void onProgress(UploadProgress progress) {
            TOLD.add(First.class);
        }
    }

    @ApplicationScoped
    public static class Second implements UploadListener {

        @Override
        public void onProgress(UploadProgress progress) {
            TOLD.add(Second.class);
        }
    }
}
