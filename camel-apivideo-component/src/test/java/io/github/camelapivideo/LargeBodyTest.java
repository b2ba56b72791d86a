// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.camelapivideo.internal.body.LargeBodyWarning;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.converter.stream.InputStreamCache;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** The component warns of routes that hold whole videos in memory. */
class LargeBodyTest {

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private final Logger logger = (Logger) LoggerFactory.getLogger(LargeBodyWarning.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
    }

    @Test
    void aLargeBodyInMemoryIsWarnedOfOnceForEachEndpoint() {
        byte[] large = new byte[64 * 1024 * 1024];
        LargeBodyWarning endpoint = new LargeBodyWarning("apivideo:upload?title=a");
        endpoint.check(large);
        endpoint.check(ByteBuffer.wrap(large));
        endpoint.check(new InputStreamCache(large));
        new LargeBodyWarning("apivideo:upload?title=b").check(new InputStreamCache(large));
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .hasSize(2)
                .allSatisfy(text -> assertThat(text).contains("67108864 bytes").contains("streamCache=false"))
                .anySatisfy(text -> assertThat(text).startsWith("apivideo:upload?title=a"))
                .anySatisfy(text -> assertThat(text).startsWith("apivideo:upload?title=b"));
    }

    @Test
    void anUploadChecksItsBody() {
        byte[] large = new byte[64 * 1024 * 1024];
        assertThat(fixture.upload("apiKey=secretKey&authentication=basic&maxRetries=0", large)
                        .getException())
                .isNotNull();
        assertThat(log.list).singleElement().satisfies(event -> assertThat(event.getFormattedMessage())
                .doesNotContain("secretKey"));
    }

    @ParameterizedTest
    @CsvSource({"true, 1", "false, 0"})
    void theRouteDecidesWhetherAStreamIsKeptInMemory(boolean streamCache, int warnings) throws Exception {
        fixture.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:videos").streamCache(streamCache).to("apivideo:upload");
            }
        });
        InputStream large = new BufferedInputStream(new ByteArrayInputStream(new byte[128 * 1024 * 1024]));
        fixture.template().requestBody("direct:videos", large);
        assertThat(fixture.simulator().videos()).hasSize(1);
        assertThat(log.list).hasSize(warnings).allSatisfy(event -> assertThat(event.getFormattedMessage())
                .contains("134217728 bytes")
                .contains("InputStreamCache"));
    }

    @Test
    void aRemoteFileThatWasReadIntoMemoryIsWarnedOf() {
        byte[] large = new byte[64 * 1024 * 1024];
        for (Object content :
                List.of(large, ByteBuffer.wrap(large), new InputStreamCache(large), new ByteArrayInputStream(large))) {
            GenericFile<String> file = new GenericFile<>();
            file.setFile("a name on another machine");
            file.setBody(content);
            new LargeBodyWarning("apivideo:upload").check(file);
        }
        assertThat(log.list).hasSize(4).allSatisfy(event -> assertThat(event.getFormattedMessage())
                .contains("67108864 bytes")
                .contains("streamDownload=true"));
    }

    @Test
    void aLocalFileIsInNoMemory() {
        GenericFile<File> file = new GenericFile<>();
        file.setFile(new File("video.mp4"));
        new LargeBodyWarning("apivideo:upload").check(file);
        assertThat(log.list).isEmpty();
    }

    @Test
    void smallBodiesAndStreamsAreNot() {
        LargeBodyWarning endpoint = new LargeBodyWarning("apivideo:upload");
        endpoint.check(new byte[1024]);
        endpoint.check(TestVideo.of(10).stream());
        endpoint.check(null);
        assertThat(log.list).isEmpty();
    }
}
