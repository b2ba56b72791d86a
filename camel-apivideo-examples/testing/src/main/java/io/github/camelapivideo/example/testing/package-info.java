// SPDX-License-Identifier: Apache-2.0
/** What the tests of the examples have in common. Not a part of the examples. */
package io.github.camelapivideo.example.testing;
