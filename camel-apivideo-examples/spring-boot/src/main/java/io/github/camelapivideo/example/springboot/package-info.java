// SPDX-License-Identifier: Apache-2.0
/**
 * An application that uploads every video put into a folder. Start reading at
 * {@link io.github.camelapivideo.example.springboot.InboxRoute}, and go on with {@code application.properties}.
 */
package io.github.camelapivideo.example.springboot;
