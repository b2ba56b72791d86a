// SPDX-License-Identifier: Apache-2.0
/**
 * The code of the demo. A user copies the package {@code routes}, {@code application.properties} and the page.
 * {@link NewsroomDemo} starts the routes, the broker and the simulator, and drops stories.
 */
package io.github.camelapivideo.example.newsroom.demo;
