// SPDX-License-Identifier: Apache-2.0
/**
 * The component in Spring Boot: {@code camel.component.apivideo.*} becomes its options, the actuator is told whether the
 * account answers, and shows no secret. Start reading at {@link ApiVideoComponentAutoConfiguration}. It may import the
 * component's public classes, Camel and Spring Boot.
 */
package io.github.camelapivideo.springboot;
