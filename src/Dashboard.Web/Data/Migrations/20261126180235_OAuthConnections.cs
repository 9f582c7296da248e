using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dashboard.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class OAuthConnections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "LeaseHolder",
                table: "SealedCredentials",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "LeaseUntil",
                table: "SealedCredentials",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Revision",
                table: "SealedCredentials",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "Connections",
                type: "TEXT",
                nullable: false,
                defaultValue: "ApiToken");

            migrationBuilder.AddColumn<string>(
                name: "Reconnect",
                table: "Connections",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ReconnectSince",
                table: "Connections",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "LeaseHolder",
                table: "SealedCredentials");

            migrationBuilder.DropColumn(
                name: "LeaseUntil",
                table: "SealedCredentials");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "SealedCredentials");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Connections");

            migrationBuilder.DropColumn(
                name: "Reconnect",
                table: "Connections");

            migrationBuilder.DropColumn(
                name: "ReconnectSince",
                table: "Connections");
        }
    }
}
