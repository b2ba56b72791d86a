// SPDX-License-Identifier: Apache-2.0
/** The HTTP client is configured through camel-http. */
package io.github.camelapivideo.http;
