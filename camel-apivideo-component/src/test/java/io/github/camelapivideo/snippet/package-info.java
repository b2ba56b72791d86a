// SPDX-License-Identifier: Apache-2.0
/** The snippets of the pages: each is compiled, loaded or read. Begin with {@code SnippetsTest}. */
package io.github.camelapivideo.snippet;
