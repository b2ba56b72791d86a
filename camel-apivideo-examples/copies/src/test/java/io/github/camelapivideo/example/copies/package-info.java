// SPDX-License-Identifier: Apache-2.0
/** Proves that each example can be copied out of this repository and built alone. Start at {@link ExampleFoldersTest}. */
package io.github.camelapivideo.example.copies;
