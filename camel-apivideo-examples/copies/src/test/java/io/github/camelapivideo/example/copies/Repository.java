// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.copies;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** The checkout of this project. */
record Repository(Path root) {

    private static final String EXAMPLES = "camel-apivideo-examples";

    /** The poms of all modules. */
    List<Pom> poms() throws IOException {
        List<Pom> poms = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                boolean skipped = name.equals("target") || name.equals("src") || name.startsWith(".");
                return skipped && !folder.equals(root) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.endsWith("pom.xml")) {
                    poms.add(Pom.read(file));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return poms;
    }

    /** The poms of the examples: of the folders that a README explains. */
    List<Pom> examples() throws IOException {
        return poms().stream().filter(this::isExample).toList();
    }

    private boolean isExample(Pom pom) {
        return pom.folder().startsWith(root.resolve(EXAMPLES))
                && Files.exists(pom.folder().resolve("README.md"));
    }

    /** Writes what this build has made of the other modules into a local repository of Maven. */
    void install(Path localRepository) throws IOException {
        for (Pom pom : poms()) {
            if (!isExample(pom)) {
                install(pom, localRepository);
            }
        }
    }

    private static void install(Pom pom, Path localRepository) throws IOException {
        String name = pom.artifactId() + "-" + pom.version();
        Path folder = Files.createDirectories(localRepository
                .resolve("io/github/camel-apivideo")
                .resolve(pom.artifactId())
                .resolve(pom.version()));
        Path jar = pom.folder().resolve("target").resolve(name + ".jar");
        if (Files.exists(jar)) {
            Files.copy(jar, folder.resolve(name + ".jar"));
        }
        if (Files.exists(jar) || pom.packaging().equals("pom")) {
            Files.copy(pom.file(), folder.resolve(name + ".pom"));
        }
    }
}
