// SPDX-License-Identifier: Apache-2.0
/** Two classes that use each other, to show that the rule against circles reports them. */
package io.github.camelapivideo.circle;
