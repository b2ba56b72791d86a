// SPDX-License-Identifier: Apache-2.0
/** The fixture of the component's tests, and servers that several of them need. */
package io.github.camelapivideo.support;
