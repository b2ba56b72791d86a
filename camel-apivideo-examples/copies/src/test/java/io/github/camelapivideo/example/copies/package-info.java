// SPDX-License-Identifier: Apache-2.0
/**
 * Proves that each example can be copied out of this repository and built alone, and that the jars of a release say what
 * they are. Start at {@link ExampleFoldersTest}.
 */
package io.github.camelapivideo.example.copies;
