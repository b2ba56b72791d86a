// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ApiVideoEndpoint;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.ReceivedVideo;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.RouteDefinition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A URI that was made out of a message is not evaluated again, and takes the component's credentials nowhere else. */
class DynamicUriTest {

    private static final TestVideo VIDEO = TestVideo.of(10);

    private final AtomicInteger sprung = new AtomicInteger();

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private int routes;

    /** The ways in which a route sends to a URI that it has evaluated. */
    enum Way {
        TO_D {
            @Override
            void route(RouteDefinition route, String uri) {
                route.toD(uri);
            }
        },
        TO_D_WITHOUT_CACHE {
            @Override
            void route(RouteDefinition route, String uri) {
                route.toD(uri, -1);
            }
        },
        RECIPIENT_LIST {
            @Override
            void route(RouteDefinition route, String uri) {
                route.recipientList().simple(uri);
            }
        },
        RECIPIENT_LIST_IN_PARALLEL {
            @Override
            void route(RouteDefinition route, String uri) {
                route.recipientList().simple(uri).parallelProcessing();
            }
        },
        ROUTING_SLIP {
            @Override
            void route(RouteDefinition route, String uri) {
                route.routingSlip().simple(uri);
            }
        },
        DYNAMIC_ROUTER {
            @Override
            void route(RouteDefinition route, String uri) {
                route.dynamicRouter().method(new Once(uri));
            }
        },
        ENRICH {
            @Override
            void route(RouteDefinition route, String uri) {
                route.enrich().simple(uri);
            }
        };

        abstract void route(RouteDefinition route, String uri);
    }

    /** Routes to a URI, once. */
    public static final class Once {
        private final String uri;

        Once(String uri) {
            this.uri = uri;
        }

        /** The URI with the sender's title at first, then the end. */
        public String next(Exchange exchange) {
            boolean first = exchange.getProperty("once") == null;
            exchange.setProperty("once", true);
            return first
                    ? uri.replace("${header.title}", exchange.getMessage().getHeader("title", String.class))
                    : null;
        }
    }

    /** What a sender would like to run. */
    public final class Trap {
        /** Runs. */
        public String spring() {
            sprung.incrementAndGet();
            return "sprung";
        }
    }

    @BeforeEach
    void start() {
        fixture.context().getRegistry().bind("trap", new Trap());
        fixture.options().setAllowHeaderOverrides(false);
    }

    private Exchange send(Way way, String uri, String title) throws Exception {
        String entrance = "direct:" + way + routes++;
        fixture.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                way.route(from(entrance), uri);
            }
        });
        return fixture.template().request(entrance, exchange -> {
            exchange.getMessage().setBody(VIDEO.bytes());
            exchange.getMessage().setHeader("title", title);
        });
    }

    private List<String> titles() {
        return fixture.simulator().videos().stream().map(ReceivedVideo::title).toList();
    }

    @ParameterizedTest
    @EnumSource
    void whatTheSenderWroteIsNotEvaluated(Way way) throws Exception {
        for (String title : List.of("${bean:trap}", "a ${bean:trap} b", "${sys.user.home}", "$simple{bean:trap}")) {
            Exchange exchange = send(way, "apivideo:upload?title=${header.title}", title);
            assertThat(exchange.getException()).isNull();
            assertThat(titles()).last().isEqualTo(title);
        }
        assertThat(sprung).hasValue(0);
    }

    @Test
    void norInAWireTap() throws Exception {
        fixture.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:tap").wireTap("apivideo:upload?title=${header.title}");
            }
        });
        fixture.template().requestBodyAndHeader("direct:tap", VIDEO.bytes(), "title", "${bean:trap}");
        await().untilAsserted(() -> assertThat(titles()).containsExactly("${bean:trap}"));
        assertThat(sprung).hasValue(0);
    }

    @ParameterizedTest
    @EnumSource
    void noKeyGoesToAnotherService(Way way) throws Exception {
        try (ApiVideoSimulator evil = ApiVideoSimulator.builder().start()) {
            for (String uri : List.of(
                    "apivideo:upload?title=${header.title}",
                    "apivideo:upload?authentication=basic&title=${header.title}",
                    "apivideo:createVideo?title=${header.title}")) {
                Exchange exchange = send(way, uri, "x&baseUri=" + evil.baseUri());
                assertThat(exchange.getException())
                        .hasStackTraceContaining(
                                "baseUri: differs from the component's, so that the component's apiKey");
            }
            fixture.options().setUploadToken("to1");
            assertThat(send(way, "apivideo:upload?fileName=${header.title}", "x&baseUri=" + evil.baseUri())
                            .getException())
                    .hasStackTraceContaining("baseUri: differs from the component's");
            assertThat(evil.requests()).isEmpty();
        }
        assertThat(fixture.simulator().requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void norOverAnotherWay(Way way) throws Exception {
        String uri = "apivideo:upload?title=${header.title}";
        assertThat(send(way, uri, "x&http.proxyHost=localhost&http.proxyPort=1").getException())
                .hasStackTraceContaining("http.proxyHost")
                .hasStackTraceContaining("differs from the component's");
        assertThat(fixture.simulator().requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "component.configuration.baseUri=",
                "Component.Configuration.BaseUri=",
                "component.configuration.apiKey=",
                "component.bufferMemory=",
                "configuration.baseUri=",
                "configuration.metadata[a]=",
                "camelContext.description=",
                "component=",
                "camelContext=",
                "endpointUri=",
                "http.camelContext.description=",
                "http.component.configuration=",
            })
    void nothingButTheOptionsOfTheEndpointCanBeSet(String property) throws Exception {
        String service = fixture.options().getBaseUri();
        String uri = "apivideo:upload?apiKey=own&title=${header.title}";
        for (Way way : Way.values()) {
            assertThat(send(way, uri, "x&" + property + "http://127.0.0.1:9").getException())
                    .hasStackTraceContaining("option");
        }
        assertThat(catchThrowable(() -> fixture.context().getEndpoint("apivideo:upload?" + property + "9")))
                .isInstanceOf(ResolveEndpointFailedException.class);
        assertThat(fixture.options().getBaseUri()).isEqualTo(service);
        assertThat(fixture.options().getApiKey()).isEqualTo(fixture.simulator().apiKey());
        assertThat(fixture.context()
                        .getComponent("apivideo", ApiVideoComponent.class)
                        .getBufferMemory())
                .isEqualTo("auto");
        assertThat(fixture.context().getDescription()).isNull();
        assertThat(fixture.simulator().requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void noClassOfTheSendersChoiceIsMade(Way way) throws Exception {
        for (String title : List.of(
                "#class:" + Loaded.class.getName(),
                "#property:user.home",
                "x&uploadListener=#class:" + Loaded.class.getName(),
                "x&metadata.a=#class:" + Loaded.class.getName(),
                "#valueAs(" + Loaded.class.getName() + "):x",
                "#autowired",
                "RAW(#autowired)",
                "x&http.httpClientConfigurer=#class:" + Loaded.class.getName())) {
            assertThat(send(way, "apivideo:upload?title=${header.title}", title).getException())
                    .hasStackTraceContaining(
                            "#class:, #type:, #bean:, #property:, #valueAs() and #autowired are not possible");
        }
        assertThat(Loaded.MADE).hasValue(0);
    }

    /** Counts how often it is made. */
    public static final class Loaded {
        static final AtomicInteger MADE = new AtomicInteger();

        /** Counts. */
        public Loaded() {
            MADE.incrementAndGet();
        }
    }

    @Test
    void anUploadKeyThatIsNotEvaluatedIsRefused() throws Exception {
        fixture.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:enrich").enrich("apivideo:upload?uploadKey=${header.key}");
            }
        });
        Exchange exchange = fixture.template()
                .request("direct:enrich", sent -> sent.getMessage().setBody(VIDEO.bytes()));
        assertThat(exchange.getException())
                .hasStackTraceContaining("uploadKey=${header.key}: Simple is not evaluated in a URI that Camel itself");
        assertThat(fixture.simulator().requests()).isEmpty();
    }

    @Test
    void sendsToAnotherServiceWithAKeyOfItsOwn() throws Exception {
        try (ApiVideoSimulator other = ApiVideoSimulator.builder().start()) {
            Exchange exchange = send(
                    Way.TO_D,
                    "apivideo:upload?title=${header.title}&http.responseTimeout=20000&apiKey=" + other.apiKey()
                            + "&baseUri=" + other.baseUri(),
                    "x");
            assertThat(exchange.getException()).isNull();
            assertThat(other.videos()).hasSize(1);
        }
    }

    @Test
    void theComponentsOwnTextsAreEvaluatedThereToo() throws Exception {
        fixture.options().setDescription("of ${header.title}");
        send(Way.TO_D, "apivideo:upload?title=${header.title}", "${bean:trap}");
        assertThat(fixture.simulator().videos().get(0).creation())
                .containsEntry("title", "${bean:trap}")
                .containsEntry("description", "of ${bean:trap}");
        assertThat(sprung).hasValue(0);
    }

    @Test
    void aRouteThatIsAddedLaterEvaluatesThoughASenderWroteTheSame() throws Exception {
        send(Way.TO_D, "apivideo:upload?title=${header.title}", "${header.other}");
        fixture.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:later").to("apivideo:upload?title=${header.other}");
            }
        });
        fixture.template().requestBodyAndHeader("direct:later", VIDEO.bytes(), "other", "evaluated");
        assertThat(titles()).containsExactly("${header.other}", "evaluated");
    }

    @Test
    void whatTheApplicationHandsOverIsEvaluated() throws Exception {
        String uri = "apivideo:upload?title=${header.title}";
        fixture.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:template").process(exchange -> fixture.template().send(uri + "&tags=a", exchange));
                from("direct:endpoint").process(exchange -> fixture.template()
                        .send(getContext().getEndpoint(uri + "&tags=b"), exchange));
                from("direct:routes").process(exchange -> getContext().addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:added").to(uri + "&tags=c");
                    }
                }));
            }
        });
        fixture.template().requestBodyAndHeader("direct:template", VIDEO.bytes(), "title", "1");
        fixture.template().requestBodyAndHeader("direct:endpoint", VIDEO.bytes(), "title", "2");
        fixture.template().requestBody("direct:routes", "");
        fixture.template().requestBodyAndHeader("direct:added", VIDEO.bytes(), "title", "3");
        fixture.template().requestBodyAndHeader(uri, VIDEO.bytes(), "title", "4");
        fixture.template()
                .asyncRequestBodyAndHeader(uri + "&tags=d", VIDEO.bytes(), "title", "5")
                .get();
        fixture.context()
                .createFluentProducerTemplate()
                .to(uri + "&tags=e")
                .withBody(VIDEO.bytes())
                .withHeader("title", "6")
                .request();
        assertThat(titles()).containsExactly("1", "2", "3", "4", "5", "6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://127.0.0.1:1", "http://127.0.0.1:1", "https://ws.api.video"})
    void aRouteToAnotherServiceNeedsItsOwnKeyToo(String service) {
        assertThatThrownBy(() -> fixture.context().addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:other").to("apivideo:upload?baseUri=" + service);
                    }
                }))
                .hasStackTraceContaining("baseUri: differs from the component's")
                .hasStackTraceContaining("set one of them beside it, or baseUri on the component");
    }

    @Test
    void theSameServiceWrittenOtherwiseIsNoOther() {
        String same = fixture.simulator().baseUri().toString();
        fixture.assertArrived(fixture.upload("baseUri=" + same, VIDEO.bytes()), VIDEO);
        ApiVideoEndpoint endpoint =
                fixture.context().getEndpoint("apivideo:upload?baseUri=" + same + "/", ApiVideoEndpoint.class);
        assertThat(endpoint.getConfiguration().getApiKey())
                .isEqualTo(fixture.simulator().apiKey());
    }
}
