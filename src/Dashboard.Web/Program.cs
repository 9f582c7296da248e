using Dashboard.Web.Hosting;

return await DashboardApp.RunAsync(args);
