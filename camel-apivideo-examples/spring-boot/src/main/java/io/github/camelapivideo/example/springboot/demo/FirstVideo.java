// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.springboot.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Puts a video into the inbox when the application starts. */
@Component
class FirstVideo implements ApplicationRunner {

    private final Path inbox;
    private final Resource video;

    FirstVideo(@Value("${inbox}") Path inbox, @Value("classpath:videos/bars.mp4") Resource video) {
        this.inbox = inbox;
        this.video = video;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        Files.createDirectories(inbox);
        try (InputStream in = video.getInputStream()) {
            Files.copy(in, inbox.resolve("bars.mp4"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
