// SPDX-License-Identifier: Apache-2.0
/**
 * The component in Spring Boot: {@code camel.component.apivideo.*} becomes its options, and the actuator shows whether the
 * account answers, and no secret. Start reading at {@link ApiVideoComponentAutoConfiguration}. It may import the
 * component's public classes, Camel and Spring Boot.
 */
package io.github.camelapivideo.springboot;
