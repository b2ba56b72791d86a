// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import io.github.camelapivideo.internal.client.Account;
import io.github.camelapivideo.internal.client.ApiVideoClients;
import io.github.camelapivideo.internal.client.ClientSettings;
import io.github.camelapivideo.internal.input.UploadSettings;
import io.github.camelapivideo.internal.operation.ApiVideoOperation;
import io.github.camelapivideo.internal.operation.OperationContext;
import io.github.camelapivideo.internal.option.Choice;
import io.github.camelapivideo.internal.option.Options;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.apache.camel.AsyncEndpoint;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.util.URISupport;

/**
 * Upload any body as a video to api.video, in parts.
 *
 * <p>May be used by many routes and exchanges at once.
 */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "apivideo",
        title = "api.video",
        syntax = "apivideo:operation",
        category = {Category.CLOUD, Category.FILE},
        producerOnly = true,
        headersClass = ApiVideoConstants.class)
public class ApiVideoEndpoint extends DefaultEndpoint implements AsyncEndpoint {

    @UriPath(
            enums = "upload,createVideo,planParts,uploadPart,importVideo,cloneVideo,"
                    + "getVideo,getStatus,waitForVideo,deleteVideo,"
                    + "listVideos,listDiscardedVideos,getDiscardedVideo,restoreVideo,"
                    + "uploadThumbnail,pickThumbnail,uploadCaption,getCaption,updateCaption,deleteCaption,"
                    + "uploadChapter,getChapter,deleteChapter,uploadWatermark,deleteWatermark,"
                    + "createUploadToken,getUploadToken,deleteUploadToken,"
                    + "createPlayer,getPlayer,updatePlayer,deletePlayer,"
                    + "createLiveStream,getLiveStream,updateLiveStream,deleteLiveStream,completeLiveStream",
            defaultValue = "upload",
            description =
                    "What to do with the exchange: upload the body as a video; or, for a video whose parts are sent"
                            + " by many, create its container, plan its parts, send one of them; or, for a video that"
                            + " exists, get it, get its status, wait for it, or delete it; or an operation about the"
                            + " small files beside it, or about what the account has beside its videos")
    @Metadata(required = false)
    private final String operation;

    @UriParam
    private final ApiVideoConfiguration configuration;

    // The component's options when this endpoint was made.
    private final ApiVideoConfiguration inherited;

    /**
     * @param operation empty for the default
     * @param configuration belongs to this endpoint from now on
     */
    public ApiVideoEndpoint(
            String uri, ApiVideoComponent component, String operation, ApiVideoConfiguration configuration) {
        super(uri, component);
        this.operation = operation == null || operation.isEmpty() ? ApiVideoOperation.upload.name() : operation;
        this.configuration = configuration;
        this.inherited = component.getConfiguration().copy();
    }

    @Override
    public Producer createProducer() {
        operation().refuseUnread(ownOptions());
        return new ApiVideoProducer(this);
    }

    /** Returns the options with values that do not come from the component: the URI or code has set them. */
    private List<String> ownOptions() {
        Options own = new ConfiguredOptions(configuration);
        Options component = new ConfiguredOptions(inherited);
        Options defaults = new ConfiguredOptions(new ApiVideoConfiguration());
        return ApiVideoOperation.ownOptions().stream()
                .filter(name -> !Objects.equals(own.get(name), component.get(name)))
                .filter(name -> !Objects.equals(own.get(name), defaults.get(name)))
                .toList();
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException(
                "apivideo: receives nothing; it can be used in a to(), not in a from()");
    }

    @Override
    public ApiVideoComponent getComponent() {
        return (ApiVideoComponent) super.getComponent();
    }

    /** Returns the options. They must not change once the endpoint is in use. */
    public ApiVideoConfiguration getConfiguration() {
        return configuration;
    }

    /** Returns the name of the operation. */
    public String getOperation() {
        return operation;
    }

    /** Returns the check of the account; empty with an upload token only, which allows no request to check. */
    Optional<ApiVideoHealthCheck> healthCheck() {
        Account account = Account.of(new ConfiguredOptions(configuration));
        String id = "producer:apivideo-" + URISupport.sanitizeUri(getEndpointUri());
        return account.apiKey() == null
                ? Optional.empty()
                : Optional.of(new ApiVideoHealthCheck(
                        id, account.baseUri(), () -> getComponent().ask(configuration)));
    }

    /**
     * Returns false if texts of the URI are taken as they are: a route with the same texts as Simple needs another
     * endpoint.
     */
    @Override
    public boolean isSingleton() {
        return configuration.literals().isEmpty();
    }

    OperationContext context() {
        return new OperationContext(
                URISupport.sanitizeUri(getEndpointUri()),
                UploadSettings.of(new ConfiguredOptions(configuration), configuration.literals()),
                () -> getComponent().engine(),
                () -> getComponent().client(configuration).gateway(),
                this::useClient);
    }

    private ApiVideoClients.Use useClient() {
        if (!getComponent().isStarted()) {
            throw new CancellationException("the component is stopping");
        }
        return getComponent().clients().use(ClientSettings.of(new ConfiguredOptions(configuration)));
    }

    ApiVideoOperation operation() {
        try {
            return Choice.of(ApiVideoOperation.class, "operation", operation);
        } catch (IllegalArgumentException e) {
            // Without the ? the options, which may contain credentials, are part of the operation.
            throw operation.matches("\\w*")
                    ? e
                    : new IllegalArgumentException(
                            e.getMessage() + "; options begin after a ?, as in" + " apivideo:upload?partSize=16MiB");
        }
    }
}
