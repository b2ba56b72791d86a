// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.springboot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Uploads every video put into a folder, until it is stopped. */
@SpringBootApplication
public class InboxApplication {

    /** @param args properties, as {@code --inbox=/videos} */
    public static void main(String[] args) {
        SpringApplication.run(InboxApplication.class, args);
    }
}
