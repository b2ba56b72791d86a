// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.filedrop.demo;

import io.github.camelapivideo.example.filedrop.demo.Settings.Wanted;
import java.io.BufferedOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder that the route watches. A video is written under a hidden name, which the route skips, and gets
 * its own name when it is complete.
 */
final class Inbox {

    private static final String HIDDEN = ".";

    private final Path folder;
    private final Path inbox;

    Inbox(Path folder) {
        this.folder = folder;
        this.inbox = folder.resolve("inbox");
    }

    /** Deletes inbox, done and failed of an earlier run, and nothing else. */
    void empty() throws IOException {
        for (String name : List.of("inbox", "done", "failed")) {
            delete(folder.resolve(name));
        }
        Files.createDirectories(inbox);
    }

    /** Writes the videos under hidden names, which the route skips. */
    List<SourceVideo> prepare(List<Wanted> wanted) throws IOException {
        List<SourceVideo> videos = new ArrayList<>();
        for (Wanted video : wanted) {
            videos.add(write(video));
        }
        return videos;
    }

    /** Gives the videos their own names, so that the route finds them. */
    void drop(List<SourceVideo> videos) throws IOException {
        for (SourceVideo video : videos) {
            Files.move(hidden(video.name()), inbox.resolve(video.name()), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void delete(Path old) throws IOException {
        if (Files.exists(old)) {
            try (Stream<Path> all = Files.walk(old)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private SourceVideo write(Wanted video) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = open(video.name());
                OutputStream file = new BufferedOutputStream(Files.newOutputStream(hidden(video.name())));
                OutputStream out = new DigestOutputStream(file, digest)) {
            long real = in.transferTo(out);
            if (video.length() > real) {
                new FreeBox(video.length() - real).writeTo(out, video.name().hashCode());
            }
        }
        return new SourceVideo(
                video.name(), Files.size(hidden(video.name())), HexFormat.of().formatHex(digest.digest()));
    }

    private Path hidden(String name) {
        return inbox.resolve(HIDDEN + name);
    }

    private static InputStream open(String name) throws IOException {
        InputStream in = Inbox.class.getResourceAsStream("/videos/" + name);
        if (in == null) {
            throw new FileNotFoundException("demo.videos: there is no video " + name);
        }
        return in;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
