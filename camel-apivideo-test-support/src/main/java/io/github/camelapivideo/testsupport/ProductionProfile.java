// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.testsupport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Settings of {@code docs/production/README.md}.
 *
 * @param name the heading above them
 * @param text the lines, as of a file {@code application.properties}
 */
public record ProductionProfile(String name, String text) {

    private static final Pattern PROFILE =
            Pattern.compile("## ([^\n]+)\n[^#]*?```properties\n(.*?)```", Pattern.DOTALL);

    /**
     * Returns all profiles, as the page orders them.
     *
     * @param root the folder of the whole project
     */
    public static List<ProductionProfile> all(Path root) throws IOException {
        return PROFILE.matcher(Files.readString(root.resolve("docs/production/README.md")))
                .results()
                .map(found -> new ProductionProfile(found.group(1), found.group(2)))
                .toList();
    }

    /** Returns how many videos two uploads of one file and one of another make. */
    public int videosOfThreeUploads() {
        return text.contains("upload-key") ? 2 : 3;
    }

    @Override
    public String toString() {
        return name;
    }
}
