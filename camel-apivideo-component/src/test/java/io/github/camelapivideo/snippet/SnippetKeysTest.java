// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** After a kill, a route without an upload key would upload its file, object or message a second time. */
class SnippetKeysTest {

    private static final Pattern SOURCE = Pattern.compile("[\"\\s](file|ftp|sftp|aws2-s3|jms):");
    private static final Pattern UPLOAD = Pattern.compile("apivideo:upload(?![A-Z])|apivideo\\(\"upload\"");

    @Test
    void eachRouteFromAFolderAServerOrABrokerHasAnUploadKey() throws IOException {
        List<Snippet> routes = new ArrayList<>();
        List<Snippet> withKey = new ArrayList<>();
        for (String language : List.of("java", "xml", "yaml", "sh")) {
            for (Snippet snippet : Snippet.in(language)) {
                String text = snippet.text();
                if (SOURCE.matcher(text).find() && UPLOAD.matcher(text).find()) {
                    routes.add(snippet);
                    if (text.contains("uploadKey") || isKeyOfItsProperties(snippet.page())) {
                        withKey.add(snippet);
                    }
                }
            }
        }

        assertThat(routes).hasSizeGreaterThan(20);
        assertThat(withKey).containsExactlyElementsOf(routes);
    }

    private static boolean isKeyOfItsProperties(String page) throws IOException {
        return Snippet.of(page).stream().anyMatch(snippet -> snippet.text().contains("apivideo.upload-key ="));
    }
}
