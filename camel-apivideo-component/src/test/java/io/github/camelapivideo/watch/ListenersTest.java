// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.api.UploadListener;
import io.github.camelapivideo.api.UploadProgress;
import io.github.camelapivideo.api.UploadProgress.State;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** Each listener of the registry hears of each upload, unless the option names one. */
class ListenersTest {

    private final Heard first = new Heard();
    private final Heard second = new Heard();
    private final Heard third = new Heard();

    private static final class Heard implements UploadListener {
        private final List<UploadProgress> progress = new CopyOnWriteArrayList<>();

        @Override
        public void onProgress(UploadProgress told) {
            progress.add(told);
        }

        List<State> ends() {
            return progress.stream()
                    .map(UploadProgress::state)
                    .filter(state -> state != State.RUNNING)
                    .toList();
        }
    }

    private static ApiVideoFixture start(Map<String, UploadListener> listeners, Consumer<CamelContext> settings) {
        return ApiVideoFixture.start(simulator -> {}, context -> {
            listeners.forEach(context.getRegistry()::bind);
            settings.accept(context);
        });
    }

    private static void upload(ApiVideoFixture fixture, String options) {
        TestVideo video = TestVideo.of(10);
        fixture.assertArrived(fixture.upload(options, video.bytes()), video);
    }

    @Test
    void twoListenersOfTheRegistryAreTold() {
        try (ApiVideoFixture fixture = start(Map.of("first", first, "second", second), context -> {})) {
            upload(fixture, "");
            upload(fixture, "title=a");
        }
        assertThat(first.ends()).containsExactly(State.COMPLETED, State.COMPLETED);
        assertThat(second.progress).isEqualTo(first.progress);
    }

    @Test
    void oneListenerOfTheRegistryIsTold() {
        try (ApiVideoFixture fixture = start(Map.of("first", first), context -> {})) {
            upload(fixture, "");
        }
        assertThat(first.ends()).containsExactly(State.COMPLETED);
    }

    @Test
    void aListenerThatFailsTakesNothingFromTheOthers() {
        UploadListener broken = progress -> {
            throw new IllegalStateException("broken");
        };
        try (ApiVideoFixture fixture = start(Map.of("a", broken, "b", second), context -> {})) {
            upload(fixture, "");
        }
        assertThat(second.ends()).containsExactly(State.COMPLETED);
    }

    @Test
    void theOptionChoosesOne() {
        try (ApiVideoFixture fixture = start(Map.of("first", first, "second", second), context -> {})) {
            upload(fixture, "uploadListener=#second");
        }
        assertThat(first.progress).isEmpty();
        assertThat(second.ends()).containsExactly(State.COMPLETED);
    }

    @Test
    void aRouteThatIsAddedBeforeTheStartTellsAllToo() throws Exception {
        try (ApiVideoFixture service = ApiVideoFixture.start();
                DefaultCamelContext context = new DefaultCamelContext()) {
            context.getRegistry().bind("first", first);
            context.getRegistry().bind("second", second);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:a")
                            .to("apivideo:upload?apiKey=" + service.simulator().apiKey() + "&baseUri="
                                    + service.simulator().baseUri());
                }
            });
            context.start();
            Exchange done = context.createProducerTemplate()
                    .request("direct:a", exchange -> exchange.getMessage().setBody(new byte[10]));
            assertThat(done.getException()).isNull();
        }
        assertThat(first.ends()).containsExactly(State.COMPLETED);
        assertThat(second.ends()).containsExactly(State.COMPLETED);
    }

    @Test
    void aListenerThatIsBoundBetweenTwoEndpointsIsToldByTheSecond() {
        try (ApiVideoFixture fixture = start(Map.of("first", first), context -> {})) {
            upload(fixture, "");
            fixture.context().getRegistry().bind("second", second);
            upload(fixture, "title=b");
            fixture.context().getRegistry().bind("third", third);
            upload(fixture, "title=c");
        }
        assertThat(first.ends()).containsExactly(State.COMPLETED, State.COMPLETED, State.COMPLETED);
        assertThat(second.ends()).containsExactly(State.COMPLETED, State.COMPLETED);
        assertThat(third.ends()).containsExactly(State.COMPLETED);
    }

    @Test
    void theComponentsOptionChoosesOneForAllEndpoints() {
        Map<String, UploadListener> both = Map.of("first", first, "second", second);
        try (ApiVideoFixture fixture = start(both, context -> {})) {
            fixture.context()
                    .getComponent("apivideo", ApiVideoComponent.class)
                    .getConfiguration()
                    .setUploadListener(third);
            upload(fixture, "");
        }
        assertThat(first.progress).isEmpty();
        assertThat(second.progress).isEmpty();
        assertThat(third.ends()).containsExactly(State.COMPLETED);
    }

    @Test
    void anOperationWithoutAnUploadIsStillPossible() {
        try (ApiVideoFixture fixture = start(Map.of("first", first, "second", second), context -> {})) {
            Exchange list = fixture.template().request("apivideo:listVideos", exchange -> {});
            assertThat(list.getException()).isNull();
        }
    }

    @Test
    void withoutAutowiringNoneIsTold() {
        Map<String, UploadListener> both = Map.of("first", first, "second", second);
        try (ApiVideoFixture fixture = start(both, context -> context.setAutowiredEnabled(false))) {
            upload(fixture, "");
        }
        assertThat(first.progress).isEmpty();
        assertThat(second.progress).isEmpty();
    }
}
