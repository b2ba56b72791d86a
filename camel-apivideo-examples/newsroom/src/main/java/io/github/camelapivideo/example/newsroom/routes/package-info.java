// SPDX-License-Identifier: Apache-2.0
/**
 * The routes of the newsroom, to be copied with {@code application.properties} and the page. Start reading at
 * {@link TakeStories}: a folder becomes a published video. {@link RetractStories} ends its life, and
 * {@link ShowStories} is the page.
 */
package io.github.camelapivideo.example.newsroom.routes;
