// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.newsroom.routes;

import static io.github.camelapivideo.ApiVideoConstants.CAPTIONS;
import static io.github.camelapivideo.ApiVideoConstants.LANGUAGE;
import static io.github.camelapivideo.ApiVideoConstants.SOURCE;
import static io.github.camelapivideo.ApiVideoConstants.THUMBNAIL;
import static io.github.camelapivideo.ApiVideoConstants.VIDEO_ID;

import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;

/**
 * Publishes the stories that are dropped. A folder leaves {@code stories} when its story is published or refused: until
 * then each start of the application continues with it.
 */
public final class TakeStories extends RouteBuilder {

    private static final String KEY = "${exchangeProperty.folder.slug}-${exchangeProperty.folder.version}";
    private static final String VIDEO = "public=false&title=${exchangeProperty.story.title}";
    private static final String PLAYABLE = "waitFor=playable&waitTimeout={{newsroom.wait-timeout}}"
            + "&waitInterval={{newsroom.wait-interval}}&maxWaitInterval={{newsroom.wait-interval}}";
    private static final String OF_THE_SLUG = "metadata.desk=newsroom&metadata.slug=${exchangeProperty.folder.slug}";
    private static final String OF_THE_VERSION = OF_THE_SLUG + "&metadata.version=${exchangeProperty.folder.version}";

    private final Desk desk;

    public TakeStories(Stories stories) {
        this.desk = new Desk(stories);
    }

    @Override
    public void configure() {
        // Every failure of a step reaches the route that has taken the story.
        errorHandler(noErrorHandler());
        take();
        upload();
        importVideo();
        sendFiles();
        publish();
        replace();
        refuse();
        find();
    }

    private void take() {
        from("file:{{newsroom.folder}}/stories?recursive=true&antInclude=*/" + StoryFolder.DESCRIPTION
                        + "&noop=true&idempotent=false&readLock=changed&readLockCheckInterval=200")
                .routeId("take")
                .errorHandler(defaultErrorHandler().logExhaustedMessageHistory(false))
                .onException(Exception.class)
                .onWhen(new Hopeless())
                .handled(true)
                .to("direct:refuse")
                .end()
                .process(desk::open)
                .choice()
                .when(simple("${exchangeProperty.story.source} == null"))
                .to("direct:upload")
                .otherwise()
                .to("direct:import")
                .end()
                .to("direct:publish")
                .process(desk::close)
                .log("${exchangeProperty.folder.slug} is published");
    }

    private void upload() {
        from("direct:upload")
                .routeId("upload")
                .process(desk::describe)
                .setHeader(CAPTIONS, simple("${exchangeProperty.folder.captions}"))
                .setHeader(THUMBNAIL, simple("${exchangeProperty.folder.picture}"))
                .setBody(simple("${exchangeProperty.folder.video}"))
                .to("apivideo:upload?fileName=video.mp4&uploadKey=" + KEY + "&" + VIDEO + "&" + PLAYABLE);
    }

    private void importVideo() {
        from("direct:import")
                .routeId("import")
                // An import has no upload key: its metadata find the video of an import that was interrupted.
                .to("direct:find")
                .choice()
                .when(simple("${body.size} > 0"))
                .setHeader(VIDEO_ID, simple("${body[0].videoId}"))
                .otherwise()
                .process(desk::describe)
                .setHeader(SOURCE, simple("${exchangeProperty.story.source}"))
                .to("apivideo:importVideo?" + VIDEO)
                .end()
                .to("apivideo:waitForVideo?" + PLAYABLE)
                .to("direct:files");
    }

    private void sendFiles() {
        from("direct:files")
                .routeId("files")
                .split(simple("${exchangeProperty.folder.captions.keySet}"))
                .stopOnException()
                .setHeader(LANGUAGE, body())
                .setBody(simple("${exchangeProperty.folder.captions[${body}]}"))
                .to("apivideo:uploadCaption")
                .end()
                .setBody(simple("${exchangeProperty.folder.picture}"))
                .filter(body().isNotNull())
                .to("apivideo:uploadThumbnail");
    }

    private void publish() {
        from("direct:publish")
                .routeId("publish")
                .process(desk::checkNotExpired)
                .removeHeaders("CamelApiVideo*", VIDEO_ID)
                .to("apivideo:updateVideo?public=true")
                .process(desk::published)
                .to("jms:topic:stories.published")
                .to("direct:replace");
    }

    private void replace() {
        from("direct:replace")
                .routeId("replace")
                .setProperty("videoId", header(VIDEO_ID))
                .removeHeaders("CamelApiVideo*")
                .to("apivideo:listVideos?" + OF_THE_SLUG)
                .split(body())
                .stopOnException()
                .filter(simple("${body.videoId} != ${exchangeProperty.videoId}"))
                .to("apivideo:deleteVideo?videoId=${body.videoId}");
    }

    private void refuse() {
        from("direct:refuse")
                .routeId("refuse")
                .process(exchange -> exchange.setProperty("reason", Hopeless.reason(exchange)))
                .to("direct:find")
                .split(body())
                .stopOnException()
                .filter(simple("${body.isPublic} == false"))
                .to("apivideo:deleteVideo?videoId=${body.videoId}")
                .end()
                .end()
                .process(desk::refused)
                .log(LoggingLevel.WARN, "${exchangeProperty.folder.slug} is refused: ${exchangeProperty.reason}")
                .to("jms:topic:stories.refused");
    }

    private void find() {
        from("direct:find").routeId("find").removeHeaders("CamelApiVideo*").to("apivideo:listVideos?" + OF_THE_VERSION);
    }
}
