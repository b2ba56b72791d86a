// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.filedrop.demo;

/** A video that was dropped. */
record SourceVideo(String name, long length, String sha256) {}
