// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.simulator.api.ReceivedVideo;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.dataformat.zipfile.ZipSplitter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A video is called what its source is called: the file name that the service gets, and the title by default. */
class NamesTest {

    @TempDir
    Path folder;

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CamelAwsS3Key                          | movies/2026/launch.mov | launch.mov",
                "CamelAwsS3ProducedKey                  | movies/launch.mov      | launch.mov",
                "CamelAwsS3ContentDisposition           | attachment; filename=\"a b.mp4\" | a b.mp4",
                "CamelAzureStorageBlobBlobName          | movies/launch.mov      | launch.mov",
                "CamelAzureStorageBlobFileName          | /tmp/launch.mov        | launch.mov",
                "CamelAzureStorageBlobContentDisposition | attachment; filename=a.mp4 | a.mp4",
                "CamelAzureStorageDataLakeFileName      | launch.mov             | launch.mov",
                "CamelAzureStorageDataLakeContentDisposition | attachment; filename=a.mp4 | a.mp4",
                "CamelGoogleCloudStorageObjectName      | movies/launch.mov      | launch.mov",
                "CamelGoogleCloudStorageContentDisposition | attachment; filename=a.mp4 | a.mp4",
                "CamelMinioObjectName                   | movies/launch.mov      | launch.mov",
                "CamelMinioContentDisposition           | attachment; filename=a.mp4 | a.mp4",
                "CamelIBMCOSKey                         | movies/launch.mov      | launch.mov",
                "CamelIBMCOSContentDisposition          | attachment; filename=a.mp4 | a.mp4",
                "CamelHwCloudObsObjectKey               | movies/launch.mov      | launch.mov",
                "DOWNLOADED_FILE                        | /movies/launch.mov     | launch.mov",
                "CamelDropboxRemotePath                 | /movies/launch.mov     | launch.mov",
                "objectName                             | launch.mov             | launch.mov",
                "CamelSplitAttachmentId                 | launch.mov             | launch.mov",
                "CamelFileName                          | in/launch.mov          | launch.mov",
                "CamelFileNameOnly                      | launch.mov             | launch.mov",
                "Content-Disposition                    | attachment; filename=plain.mp4 | plain.mp4",
                "content-disposition                    | attachment; filename=\"a \\\"b\\\"; c.mp4\" | a \"b\"; c.mp4",
                "Content-Disposition | attachment; filename=x.mp4; filename*=UTF-8''k%C3%B6ln%20%E6%98%A0.mp4 | köln 映.mp4",
                "Content-Disposition | attachment; filename*=iso-8859-1'de'k%F6ln.mp4; filename=x.mp4 | köln.mp4",
                "Content-Disposition | attachment; filename*=no-such-charset''a.mp4; filename=x.mp4 | x.mp4",
                "Content-Disposition | attachment; filename*=without-apostrophes.mp4; filename=x.mp4 | x.mp4",
                "Content-Disposition | attachment; filename=\"../../etc/x.mp4\" | x.mp4",
            })
    void theNameOfWhatEveryComponentDeliversIsFileNameAndTitle(String header, String value, String name) {
        InputStream body = TestVideo.of(10).stream();

        Exchange exchange = fixture.upload("", body, Map.of(header, value));

        assertThat(fixture.received(exchange).title()).isEqualTo(name);
        assertThat(fixture.parts().get(0).fileName()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "attachment",
                "form-data; name=x",
                "''",
                "attachment; filename=",
                "=;=;*='",
                "attachment; filename=.."
            })
    void aDispositionWithoutANameGivesNone(String disposition) {
        Exchange exchange = fixture.upload("", TestVideo.of(10).stream(), Map.of("Content-Disposition", disposition));

        assertThat(fixture.received(exchange).title()).startsWith("Untitled video ");
    }

    @ParameterizedTest
    @CsvSource({
        // What a file consumer set, and what is there now
        "in/a.mp4, a.mp4, in/a.mp4, a.mp4",
        "in/a.mp4, a.mp4, set/b.mp4, b.mp4",
        "in/a.mp4, a.mp4, b.mp4, b.mp4",
        "in/a.mp4, b.mp4, in/a.mp4, b.mp4",
        "in/a.mp4, c.mp4, b.mp4, b.mp4",
        "in/a.mp4, a.mp4, , a.mp4",
    })
    void aNameThatWasSetAfterAFileWasConsumedIsMeant(String consumed, String only, String now, String name) {
        Map<String, Object> headers = new HashMap<>();
        headers.put(Exchange.FILE_NAME_CONSUMED, consumed);
        headers.put(Exchange.FILE_NAME_ONLY, only);
        headers.put(Exchange.FILE_NAME, now);

        fixture.upload("", TestVideo.of(10).file(folder, "body.mp4"), headers);

        assertThat(fixture.parts().get(0).fileName()).isEqualTo(name);
    }

    @Test
    void theOptionWinsOverAllNames() {
        fixture.upload(
                "fileName=option.mp4",
                TestVideo.of(10).bytes(),
                Map.of(Exchange.FILE_NAME, "set.mp4", "CamelAwsS3Key", "key.mp4"));

        assertThat(fixture.parts().get(0).fileName()).isEqualTo("option.mp4");
    }

    @Test
    void anObjectThatWasFetchedAfterAFileWasConsumedGoesByItsOwnName() {
        Map<String, Object> headers = Map.of(
                Exchange.FILE_NAME_CONSUMED,
                "order.csv",
                Exchange.FILE_NAME_ONLY,
                "order.csv",
                Exchange.FILE_NAME,
                "order.csv",
                "CamelAwsS3Key",
                "movies/launch.mov");

        fixture.upload("", TestVideo.of(10).stream(), headers);
        fixture.upload("", TestVideo.of(11).file(folder, "order.csv").toFile(), headers);

        assertThat(fixture.parts()).extracting("fileName").containsExactly("launch.mov", "order.csv");
    }

    @Test
    void aDispositionSaysMoreThanTheKeyOfTheSameObject() {
        fixture.upload(
                "",
                TestVideo.of(10).stream(),
                Map.of(
                        "CamelAwsS3Key",
                        "0b5c2a7e",
                        "CamelAwsS3ContentDisposition",
                        "attachment; filename=\"holiday.mp4\""));

        assertThat(fixture.parts().get(0).fileName()).isEqualTo("holiday.mp4");
    }

    @Test
    void aHeaderThatIsSetInARouteRenamesTheConsumedFile() throws Exception {
        TestVideo.of(10).file(folder, "a.mp4");

        run(1, new RouteBuilder() {
            @Override
            public void configure() {
                from("file:" + folder + "?noop=true&initialDelay=0")
                        .setHeader("CamelFileName", constant("renamed.mp4"))
                        .to("apivideo:upload");
            }
        });

        assertThat(fixture.parts()).extracting("fileName").containsExactly("renamed.mp4");
    }

    @Test
    void everyEntryOfAZipGoesByItsOwnName() throws Exception {
        Files.write(folder.resolve("both.zip"), zip("one.mp4", "in/two.mp4"));

        run(2, new RouteBuilder() {
            @Override
            public void configure() {
                from("file:" + folder + "?noop=true&initialDelay=0")
                        .split(new ZipSplitter())
                        .streaming()
                        .to("apivideo:upload")
                        .end();
            }
        });

        assertThat(fixture.parts()).extracting("fileName").containsExactly("one.mp4", "two.mp4");
        assertThat(fixture.simulator().videos())
                .extracting(ReceivedVideo::title)
                .containsExactlyInAnyOrder("one.mp4", "two.mp4");
    }

    private void run(int videos, RouteBuilder route) throws Exception {
        fixture.context().addRoutes(route);
        await().until(() -> fixture.simulator().videos().size() == videos
                && fixture.simulator().videos().stream().allMatch(ReceivedVideo::complete));
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : List.of(names)) {
                zip.putNextEntry(new ZipEntry(name));
                new ByteArrayInputStream(TestVideo.of(1000).bytes()).transferTo(zip);
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void aFileWithoutHeadersGoesByItsOwnName() {
        File file = TestVideo.of(10).file(folder, "own.mp4").toFile();

        fixture.upload("", file);

        assertThat(fixture.parts().get(0).fileName()).isEqualTo("own.mp4");
    }
}
